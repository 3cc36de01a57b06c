/** An OIDC issuer with ready users: real tokens, for the local stack only. */
package org.jiceng.stack.issuer;
