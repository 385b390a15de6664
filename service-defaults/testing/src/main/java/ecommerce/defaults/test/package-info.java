/** Test support that the services share. */
package ecommerce.defaults.test;
