/** Which area lies within which. */
package org.jiceng.kit.area;
