/** What running a service in production needs. */
package org.jiceng.kit.ops;
