/** The life of an activity (组织生活): planned, held, minuted, or cancelled. */
package org.jiceng.activity.life;
