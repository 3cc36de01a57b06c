/** Activity sites (党建阵地) and the spaces in them. */
package org.jiceng.activity.site;
