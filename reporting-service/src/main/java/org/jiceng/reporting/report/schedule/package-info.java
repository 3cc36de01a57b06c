/** Reports that are sealed by themselves, each once, whatever was down in the meantime. */
package org.jiceng.reporting.report.schedule;
