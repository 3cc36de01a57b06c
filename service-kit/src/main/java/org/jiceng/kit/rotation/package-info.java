/** How personal data comes under another key while everything runs. */
package org.jiceng.kit.rotation;
