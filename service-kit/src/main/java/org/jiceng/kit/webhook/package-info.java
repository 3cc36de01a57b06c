/** The service's events sent over HTTP to those who subscribe, in order, signed, at least once. */
package org.jiceng.kit.webhook;
