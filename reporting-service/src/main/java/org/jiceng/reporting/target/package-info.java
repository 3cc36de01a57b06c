/** What figures are to come to, and how far they are from it. */
package org.jiceng.reporting.target;
