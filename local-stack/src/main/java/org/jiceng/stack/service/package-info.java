/** Jiceng's four services as children of the stack. */
package org.jiceng.stack.service;
