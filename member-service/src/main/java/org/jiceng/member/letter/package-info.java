/** The transfer letter on paper, with its stub and its receipt, and the code that proves it. */
package org.jiceng.member.letter;
