/**
 * How people come in with a browser: signing in, and who one is then. A service with a page of its
 * own opens it by {@code jiceng.door.enabled=true}; what it asks of the issuer stands in the kit's
 * configuration under {@code quarkus.oidc.door}.
 */
package org.jiceng.kit.door;
