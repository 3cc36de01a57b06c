/** The service counts itself. */
package org.jiceng.activity.count;
