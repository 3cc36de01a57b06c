/** Asks a service senseless things, at every door that its OpenAPI document names. */
package org.jiceng.kit.test.nonsense;
