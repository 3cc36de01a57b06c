/** What a stack keeps on disk: its folder, its secrets, its ports and who runs it. */
package org.jiceng.stack.data;
