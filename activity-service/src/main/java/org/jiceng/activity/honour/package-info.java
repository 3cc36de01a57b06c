/** What service brands and demonstration points share: from nomination to withdrawal. */
package org.jiceng.activity.honour;
