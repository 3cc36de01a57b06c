/**
 * What printed pages need: a Chinese font and codes to scan. A service that prints brings openpdf
 * and zxing along.
 */
package org.jiceng.kit.paper;
