/** Finding a space (场地) that can be used: open, allowed and free, as ADR 14 has it. */
package org.jiceng.activity.space;
