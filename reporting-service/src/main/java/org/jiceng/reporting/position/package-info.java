/** Read your own writes: an answer that waits until the fold has what its asker has written. */
package org.jiceng.reporting.position;
