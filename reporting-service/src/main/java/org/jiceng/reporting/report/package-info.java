/**
 * Reports that are sealed: what stood in the logs at known positions, derivable again at any time.
 */
package org.jiceng.reporting.report;
