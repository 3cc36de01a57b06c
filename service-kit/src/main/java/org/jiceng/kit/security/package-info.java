/** Who is calling and how far their scope reaches. */
package org.jiceng.kit.security;
