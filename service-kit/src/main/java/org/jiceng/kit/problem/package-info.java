/** How a refusal is told: RFC 9457 problems in Chinese and English. */
package org.jiceng.kit.problem;
