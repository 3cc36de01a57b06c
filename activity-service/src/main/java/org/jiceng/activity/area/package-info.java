/** Which area lies within which, folded from the registry's events. */
package org.jiceng.activity.area;
