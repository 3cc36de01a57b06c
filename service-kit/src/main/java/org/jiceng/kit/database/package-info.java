/** How a service asks its database in plain SQL. */
package org.jiceng.kit.database;
