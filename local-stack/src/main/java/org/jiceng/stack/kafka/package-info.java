/** A real single-node Kafka in a process of its own. */
package org.jiceng.stack.kafka;
