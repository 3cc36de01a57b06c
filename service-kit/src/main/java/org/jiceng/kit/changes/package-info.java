/** The change feed, for systems that cannot speak Kafka. */
package org.jiceng.kit.changes;
