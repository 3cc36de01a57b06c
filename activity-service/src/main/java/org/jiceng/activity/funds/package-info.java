/** What activities and sites cost, from which funds, and what areas may spend in a year (经费). */
package org.jiceng.activity.funds;
