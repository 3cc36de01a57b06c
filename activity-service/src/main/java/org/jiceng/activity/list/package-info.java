/** How lists are asked. */
package org.jiceng.activity.list;
