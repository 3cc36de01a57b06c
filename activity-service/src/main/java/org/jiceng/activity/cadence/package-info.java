/** How often each kind of activity must be held, and who falls behind (制度落实). */
package org.jiceng.activity.cadence;
