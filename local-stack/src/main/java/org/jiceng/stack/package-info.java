/** Starts the whole district on one machine and keeps it running. */
package org.jiceng.stack;
