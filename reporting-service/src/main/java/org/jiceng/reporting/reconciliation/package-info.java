/** The figures beside what the services themselves count. */
package org.jiceng.reporting.reconciliation;
