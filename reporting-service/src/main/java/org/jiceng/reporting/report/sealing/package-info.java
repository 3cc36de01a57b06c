/** Asks what a template wants to know, and lays it out as content that can be sealed. */
package org.jiceng.reporting.report.sealing;
