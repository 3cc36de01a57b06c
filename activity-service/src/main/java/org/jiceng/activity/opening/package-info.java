/** When a site is open (开放时间): its week, the district's holidays, exceptions, closures (停用). */
package org.jiceng.activity.opening;
