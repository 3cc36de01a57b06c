/** Figures as spreadsheets: numbers as numbers, headings in both languages that stay in sight. */
package org.jiceng.reporting.sheet;
