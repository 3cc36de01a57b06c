/** A demonstration point (示范点) of an organisation. */
package org.jiceng.activity.demonstration;
