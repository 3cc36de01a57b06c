/** Areas in the order of a figure. */
package org.jiceng.reporting.ranking;
