/**
 * Values that follow a standard, checked once at the edge, and the code lists of both languages.
 */
package org.jiceng.kit.codes;
