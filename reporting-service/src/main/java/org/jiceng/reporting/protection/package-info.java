/** Tables of persons from which nobody works out what is hidden in them. */
package org.jiceng.reporting.protection;
