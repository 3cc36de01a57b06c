/** Numbers that regulations set, each with the day from which it holds. */
package org.jiceng.kit.policy;
