/** How this service asks its database. */
package org.jiceng.member.database;
