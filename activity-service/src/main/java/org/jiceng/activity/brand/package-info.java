/** A service brand (服务品牌) of an organisation. */
package org.jiceng.activity.brand;
