/** What a sealed report says, and the one form in which it is written down. */
package org.jiceng.reporting.report.content;
