/**
 * Bulk files from people and systems: CSV or XLSX, checked row by row, taken whole or not at all.
 */
package org.jiceng.kit.imports;
