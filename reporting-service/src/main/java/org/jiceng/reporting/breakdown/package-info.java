/** Figures broken down by what their records are and where they count. */
package org.jiceng.reporting.breakdown;
