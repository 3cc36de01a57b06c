/** How much sites are used, for who manages them; the district's figures are the reporting's. */
package org.jiceng.activity.usage;
