/** Files that belong to activities: their bytes lie in a store, what they are in the database. */
package org.jiceng.activity.attachment;
