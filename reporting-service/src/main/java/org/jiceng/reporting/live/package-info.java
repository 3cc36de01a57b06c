/** Tells who keeps figures before their eyes that there are new ones. */
package org.jiceng.reporting.live;
