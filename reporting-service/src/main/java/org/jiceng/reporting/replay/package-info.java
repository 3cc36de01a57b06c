/** Folding the logs once more, into a schema beside the live projection. */
package org.jiceng.reporting.replay;
