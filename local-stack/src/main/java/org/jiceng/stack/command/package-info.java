/** What one can say to {@code ./jiceng}. */
package org.jiceng.stack.command;
