/** How what a service keeps follows the organisations that became others. */
package org.jiceng.kit.succession;
