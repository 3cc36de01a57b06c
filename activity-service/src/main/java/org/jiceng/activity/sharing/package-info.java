/** Who may book at a site (共享规则), by the hour. */
package org.jiceng.activity.sharing;
