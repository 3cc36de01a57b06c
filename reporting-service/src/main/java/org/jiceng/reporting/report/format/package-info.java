/** A sealed report as CSV, as a spreadsheet and on paper: always from its content. */
package org.jiceng.reporting.report.format;
