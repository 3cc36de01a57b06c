/** For whom one acts. */
package org.jiceng.activity.organization;
