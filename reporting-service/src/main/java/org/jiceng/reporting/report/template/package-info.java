/** What reports tell, as data. */
package org.jiceng.reporting.report.template;
