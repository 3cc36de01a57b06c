/** The organisations that commands name, by the local copy of the registry. */
package org.jiceng.member.organization;
