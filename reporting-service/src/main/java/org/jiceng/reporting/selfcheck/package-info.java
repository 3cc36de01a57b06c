/** The figures' own doubt: folded again and again beside the live projection, and compared. */
package org.jiceng.reporting.selfcheck;
